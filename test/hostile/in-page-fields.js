// Puts one of every kind of place a focus can be into the page, and keeps the books on what keys do to them.
{
  const strange = document.createElement('div')
  strange.style.cssText = 'position:fixed;inset-block-end:40px;inset-inline-start:0;z-index:9'
  const add = (tag, more) => {
    const element = Object.assign(document.createElement(tag), more)
    strange.append(element)
    return element
  }
  add('input', { id: 'x-text', value: 'as it was' })
  add('input', { id: 'x-number', type: 'number', value: '42' })
  add('input', { id: 'x-password', type: 'password', value: '1357' })
  add('textarea', { id: 'x-area', value: 'two\nlines' })
  add('div', { id: 'x-editable', contentEditable: 'true', textContent: 'edited' }).append(document.createElement('b'))
  add('button', { id: 'x-button', textContent: 'Print' })
  add('input', { id: 'x-check', type: 'checkbox' })
  for (const value of ['1', '2'])
    add('input', { id: `x-radio-${value}`, type: 'radio', name: 'x', checked: value === '1' })
  const list = add('select', { id: 'x-select' })
  for (const text of ['Anand', 'Delhi', 'Lucknow', '91', '{']) list.append(new Option(text))
  list.selectedIndex = 0
  add('input', { id: 'x-date', type: 'date', value: '1968-03-14' })
  add('input', { id: 'x-empty-date', type: 'date' })
  add('input', { id: 'x-time', type: 'time', value: '09:30' })
  document.body.append(strange)
  const dialog = document.body.appendChild(document.createElement('dialog'))
  dialog.append(Object.assign(document.createElement('button'), { id: 'x-in-dialog', textContent: 'Yes' }))

  const fields = () => [...document.querySelectorAll('input,textarea,select,[contenteditable=true]')]
  const stateOf = (field) =>
    field.isContentEditable ? field.innerHTML : `${field.value} ${field.checked} ${field.selectedIndex}`
  let before = new Map()
  let typed = 0
  let pressed = 0
  let times = []
  addEventListener('beforeinput', () => (typed += 1), true)
  const struck = ({ isTrusted, code, timeStamp }) => {
    if (isTrusted && !code.startsWith('Shift')) times.push([timeStamp, performance.now()])
  }
  addEventListener('keydown', struck, true)
  addEventListener('click', () => (pressed += 1), true)
  globalThis.wedgeBook = {
    ask: () => dialog.showModal(),
    open: () => {
      before = new Map(fields().map((field) => [field, stateOf(field)]))
      typed = pressed = 0
      times = []
    },
    // A scan empties the search box by itself: the next person is here.
    read: () => ({
      changed: [...before].flatMap(([field, state]) =>
        !field.isConnected || stateOf(field) === state || (field.id === 'search' && field.value === '')
          ? []
          : [field.id],
      ),
      typed,
      pressed,
      // When the keys were struck, as the system says: how long they were apart.
      gaps: times.slice(1).map(([time], at) => time - times[at][0]),
      // How late the page heard of them.
      late: Math.max(0, ...times.map(([time, heard]) => heard - time)),
    }),
  }
}
