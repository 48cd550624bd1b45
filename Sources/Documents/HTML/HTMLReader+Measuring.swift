import CGumbo

extension HTMLReader {
    /// Parses `bytes` by Gumbo with nothing of ours, and lets go of the tree: what reading a page is measured against.
    public static func parseAlone(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { if let start = $0.baseAddress { dossier_gumbo_alone(start, $0.count) } }
        }
    }
}
