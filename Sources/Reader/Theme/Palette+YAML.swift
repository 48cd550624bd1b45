import Yams

extension Palette {
    /// The most bytes that a scheme's file may have. Published ones have about one thousand.
    public static let sizeLimit = 16_384

    /// Reads a base16 or base24 scheme as published: the flat form (`scheme`, `author`, `base00`…) and the newer one
    /// (`system`, `name`, `author`, `variant`, `palette`). Other keys are left alone. `file` names it in errors.
    /// Throws ``ThemeError``.
    public init(yaml bytes: some Collection<UInt8>, file: String) throws(ThemeError) {
        guard bytes.count <= Self.sizeLimit else {
            throw .tooLarge(file: file, size: bytes.count, limit: Self.sizeLimit)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(file: file) }
        try self.init(SchemeReader(file: file, root: SchemeReader.root(of: text, file: file)))
    }

    private init(_ reader: SchemeReader) throws(ThemeError) {
        try reader.checkSystem()
        let name = try reader.name()
        let author = try reader.text("author") ?? ""
        let variant = try reader.variant()
        let colours = try reader.colours()
        guard let palette = Palette(name: name, author: author, variant: variant, colours: colours) else {
            throw .missing(file: reader.file, key: PaletteSlot.base00.name)
        }
        self = palette
    }
}
