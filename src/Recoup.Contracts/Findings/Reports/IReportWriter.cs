namespace Recoup.Contracts;

/// <summary>A report format. It writes the same bytes for the same report on every machine.</summary>
public interface IReportWriter
{
    /// <summary>The name of the format, for example <c>sarif</c>.</summary>
    string Name { get; }

    /// <summary>Writes a report. Lines end with LF.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">The writer.</param>
    void Write(Report report, TextWriter output);
}
