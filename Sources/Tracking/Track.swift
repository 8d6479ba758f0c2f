package import Records

/// What holds on the day, from the archive alone.
package func track(_ archive: Archive, asOf day: CalendarDate) -> Standing {
  Standing(asOf: day, agreements: [], upcoming: [])
}
