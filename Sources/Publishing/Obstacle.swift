package import Records

/// What keeps a build from publishing though the content may be without fault: the disk or the command line.
package enum Obstacle: Error, Hashable, Sendable {
  case outputIsRoot(path: String)
  case outputIsNoFolder(path: String)
  case outputParentMissing(path: String, parent: String)
  /// The swap would take away the folder that the site is made from.
  case outputHoldsSources(path: String, source: String)
  case outputInsideSources(path: String, source: String)
  /// A folder with files in it that no build of ours has written.
  case outputNotOurs(path: String, example: String)
  case outputIsMountPoint(path: String)
  case outputParentNotWritable(path: String, parent: String, reason: DiskFault)
  case outputInUse(path: String, process: String?)
  case draftsInPublicFolder(path: String)
  /// `--as-of` a day that has passed, for the site's own public folder.
  case pastDayInPublicFolder(path: String, day: CalendarDate)
  case cannotWrite(path: String, reason: DiskFault)
  /// An attachment.
  case cannotCopy(path: String, to: String, reason: DiskFault)
  case cannotSwap(path: String, reason: DiskFault)
  /// `approve` of a file that is none of the site's documents.
  case notInContent(path: String, content: String)
  case outputPathUnsafe(path: String)
  /// `samsyn new` writes a new file, and never over one.
  case fileExists(path: String)
  /// There are minutes of that body and day.
  case meetingExists(path: String)
  case bodyUnknown(name: String, nearest: String?, known: [String])
  /// Neither the command line nor the calendar says when the body meets.
  case meetingDateMissing(body: String)
  case choiceMissing(option: String, meaning: String)
  /// The new site stands; what was there before could not be removed.
  case oldSiteLeft(path: String, reason: DiskFault)
}

/// An `errno`, with the name of what was asked for left to the one who asked.
package struct DiskFault: Error, Hashable, Sendable {
  package let code: Int32
}
