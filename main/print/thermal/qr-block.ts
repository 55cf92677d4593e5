import type { Block } from './block.ts'
import type { QrMatrix } from './sheet.ts'

/** A module under four dots smears on cheap heads. */
const smallestModule = 4

/** ISO/IEC 18004 asks for four light modules around a QR. */
const quietModules = 4

/** A QR of about `target` dots with its quiet zone, of which the paper's own `margin` is a part at the sides. */
export function qrBlock(matrix: QrMatrix, target: number, margin: number): Block {
  const module = Math.max(smallestModule, Math.floor(target / matrix.size))
  const quiet = module * quietModules
  const dark = module * matrix.size
  const beside = Math.max(0, quiet - Math.floor(margin))
  return {
    width: dark + 2 * beside,
    height: dark + 2 * quiet,
    draw: (context, x, y) => {
      const left = Math.round(x) + beside
      const top = Math.round(y) + quiet
      for (let row = 0; row < matrix.size; row += 1) {
        for (let column = 0; column < matrix.size; column += 1) {
          if (matrix.data[row * matrix.size + column]) {
            context.fillRect(left + column * module, top + row * module, module, module)
          }
        }
      }
    },
  }
}
