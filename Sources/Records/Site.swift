/// What `samsyn.yml`, `personer.yml`, `kalender.yml` and the files of `svar/` say. Every setting has a default.
package struct Site: Sendable {
  package struct Name: Hashable, Sendable {
    package var name: String
    package var aliases: [String]

    package init(name: String, aliases: [String]) {
      self.name = name
      self.aliases = aliases
    }
  }

  package var name: String
  package var county: String?
  /// With a slash at the end; canonical links, sitemap and the like need it.
  package var baseURL: String?
  package var contact: String?
  /// E-mail addresses and telephone numbers of functions, which may stand in texts.
  package var roleAddresses: [String]
  /// Where the list of people is whose names may stand nowhere, from the content folder.
  package var protectedNames: Fact<String>?
  /// An SPDX identifier or words.
  package var licence: String?
  /// Set for a demonstration: its fixed as-of date. Every page of such a site says so.
  package var exampleDate: CalendarDate?
  package var principals: [Principal]
  package var bodies: [Name]
  package var people: [PersonEntry]
  package var planned: [PlannedMeeting]
  /// What `adresser:` says of addresses that were public.
  package var formerAddresses: [FormerAddress] = []
  /// The files of `svar/`, by path.
  package var answers: [AnswerFile] = []

  package var accessibility: AccessibilityStatement?
  /// A picture below the content folder, as the settings name it.
  package var logoFile: Fact<String>?
  /// That picture, once it has been looked at.
  package var logo: Logo?
  package var accentInLight: Fact<Colour>?
  package var accentInDark: Fact<Colour>?

  package var accent: Accent? { accentInLight.map { Accent(light: $0.value, dark: accentInDark?.value) } }

  package init(name: String = "Samsyn") {
    self.name = name
    roleAddresses = []
    principals = []
    bodies = []
    people = []
    planned = []
  }
}

/// A meeting in `kalender.yml`.
package struct PlannedMeeting: Hashable, Sendable {
  package var body: String
  package var date: CalendarDate
  package var time: String?
  package var place: String?
  package var location: SourceLocation

  package init(body: String, date: CalendarDate, time: String?, place: String?, location: SourceLocation) {
    self.body = body
    self.date = date
    self.time = time
    self.place = place
    self.location = location
  }
}
