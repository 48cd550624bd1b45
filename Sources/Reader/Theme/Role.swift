/// What a piece of the screen means. Whoever draws names a role, never a colour; a ``Theme`` says how it looks.
public enum Role: Int, Hashable, Sendable, CaseIterable {
    // Prose.
    case text
    /// Text of less weight that is still to be read: dates, counts, hints.
    case dimmed
    case kicker
    case title
    case deck
    case byline
    case date
    /// Headings of level 1 and 2, of level 3, and of level 4 to 6.
    case heading
    case subheading
    case minorHeading
    case emphasis
    case strong
    case inlineCode
    case struckOut
    case link
    /// «(see: Another Title)», until the library is known to hold that title.
    case reference
    case resolvedReference
    /// The number after a link, and before its target.
    case linkNumber
    case linkHost
    case linkTarget
    case quotation
    case quotationBar
    case listMarker
    case code
    case tableHead
    case tableRule
    case caption
    case rule
    case promotion

    // What is anchored to the text.
    case gutter
    /// The sign of a bookmark, and the text that is bookmarked.
    case bookmark
    case bookmarked
    case note
    case userTag
    /// Text that the user highlighted, in one of five colours; a letter beside it names the colour.
    case highlightYellow
    case highlightGreen
    case highlightBlue
    case highlightPink
    case highlightOrange
    case searchHit
    case currentHit
    case evidence
    case passageCursor
    /// The bar beside the block under the cursor.
    case passageCursorBar
    case selection

    // Topics, by the root they stand under.
    case topicCybercrime
    case topicFraudManagement
    case topicCompliance
    case topicHumanRightsSafeguards
    case topicInternationalCooperation
    case topicProceduralPowers
    case topicElectronicEvidence
    case topicOther

    // Lists.
    case listTitle
    /// The title of an article that was read.
    case listTitleRead
    case listSelected
    /// The selected row of a list that has not the keyboard.
    case listSelectedInactive
    /// Marked for an action on several.
    case listMarked
    case unread
    case star
    case snippet
    case count

    // Everything around.
    case panelTitle
    case panelTitleActive
    case border
    case borderActive
    case scrollbar
    case scrollbarThumb
    case tab
    case tabActive
    case status
    case statusKey
    case statusMessage
    case key
    case input
    case prompt
    case placeholder
    case popup
    case popupSelected
    case progress
    case success
    case warning
    case error
}
