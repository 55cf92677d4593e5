/** A card held over a scanner. */
export const ScanPicture = () => (
  <svg className="scan-picture" viewBox="0 0 48 48" aria-hidden="true">
    <rect x="13" y="5" width="22" height="14" rx="2.5" />
    <path d="M18 10h4v4h-4zM26 10h5M26 14h3" />
    <path d="M16 24v4M24 24v8M32 24v4" strokeDasharray="1 4" />
    <path d="M7 40h34M12 40v-4a3 3 0 0 1 3-3h18a3 3 0 0 1 3 3v4" />
  </svg>
)
