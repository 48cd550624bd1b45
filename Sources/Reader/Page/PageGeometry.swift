/// Where gutter and text of a page stand in a pane.
///
/// The text is as wide as the measure, or as there is room; in a wider pane it stands in the middle, with the gutter
/// hanging at its left.
public struct PageGeometry: Hashable, Sendable {
    /// How much is shown beside the text.
    public enum Gutter: Int, Hashable, Sendable, CaseIterable {
        /// Nothing.
        case none = 0
        /// One sign: cursor, mark or bar, whichever matters most.
        case sign = 2
        /// Cursor, mark and bar, without the topics' codes.
        case marks = 4
        /// All of it.
        case full = 11

        /// Its columns, the blank before the text included.
        public var columns: Int { rawValue }

        /// What a pane of so many columns has room for: the text comes first.
        public init(paneColumns: Int) {
            switch paneColumns {
            case ..<24: self = .none
            case ..<36: self = .sign
            case ..<56: self = .marks
            default: self = .full
            }
        }
    }

    /// The columns of text that read best, where nobody chose.
    public static let standardMeasure = 76
    public static let measures = 20...200

    /// The pane's columns.
    public let columns: Int
    public let gutter: Gutter
    /// The column of the text's left edge, from the pane's.
    public let left: Int
    /// The columns of text: what a ``Page`` for this pane is made with. At least 1.
    public let width: Int

    /// - Parameter measure: the most columns of text, held to ``measures``.
    public init(columns: Int, measure: Int = standardMeasure) {
        let measure = min(max(measure, Self.measures.lowerBound), Self.measures.upperBound)
        self.columns = max(0, columns)
        gutter = Gutter(paneColumns: columns)
        // A column at the right keeps the text off the border where there is a gutter at the left.
        let room = columns - gutter.columns - (gutter == .none ? 0 : 1)
        width = max(1, min(measure, room))
        left = max(gutter.columns, (columns - width) / 2)
    }

    /// The column of the gutter's left edge, from the pane's.
    public var gutterLeft: Int { left - gutter.columns }
}
