import Articles
import Formats
import Foundation
import Testing

@testable import Workers

/// Documents whose reader starts a program of its own, in a worker with all its limits: one worker at a time, for its seconds are few.
@Suite(.serialized) struct WorkerDocumentTests {
    private static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

    /// One page with one line (ISO 32000-1); the table of places is missing, which every program rebuilds.
    private static let document = """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [4 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
        4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >> endobj
        5 0 obj << /Length 61 >>
        stream
        BT /F1 12 Tf 72 400 Td (The bank was fined on Tuesday.) Tj ET
        endstream
        endobj
        trailer << /Size 6 /Root 1 0 R >>
        """

    @Test(.enabled(if: isInstalled, "pdftotext (of poppler-utils) is not installed")) func pdfInAWorker() throws {
        var options = WorkerOptions()
        options.count = 1
        options.seconds = 30
        let pool = WorkerPool(options)
        defer { pool.end() }
        for round in 1...2 {
            let file = SourceFile(name: "\(round).pdf", bytes: Array(Self.document.utf8))
            let texts = try pool.readings(in: file).map { try $0.get().article.text }
            #expect(texts == ["The bank was fined on Tuesday."])
        }
    }
}
