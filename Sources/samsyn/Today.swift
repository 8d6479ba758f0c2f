internal import Foundation
internal import Records

/// The day in Sweden, wherever the computer is: the only use of the clock.
func todayInStockholm() -> CalendarDate {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
  let parts = calendar.dateComponents([.year, .month, .day], from: Date())
  guard let year = parts.year, let month = parts.month, let day = parts.day,
    let today = CalendarDate(year: year, month: month, day: day)
  else { preconditionFailure("the calendar gave a day that does not exist") }
  return today
}
