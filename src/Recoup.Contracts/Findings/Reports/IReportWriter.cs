namespace Recoup.Contracts;

/// <summary>A form of report. Writes the same bytes for the same report, on every machine.</summary>
public interface IReportWriter
{
    /// <summary>The name by which a user asks for it, for example <c>sarif</c>.</summary>
    string Name { get; }

    /// <summary>Writes a report. Lines end with LF.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to.</param>
    void Write(Report report, TextWriter output);
}
