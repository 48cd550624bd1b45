/// How much of a PDF document is taken on, beyond ``FormatLimits``.
struct PDFLimits: Hashable, Sendable {
    /// Seconds that the program may take, by the clock and of the processor.
    var seconds = 9
    /// Bytes of memory that the program may have.
    var memory = 200_000_000
    /// Bytes that the program may print.
    var outputSize = 256 << 20
    var pages = 5_000
    /// Lines of all pages together.
    var lines = 300_000
    /// Bytes of all text together.
    var textSize = 24 << 20
}
