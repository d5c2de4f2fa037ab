using System.Text;
using System.Xml;
using Recoup.Contracts.Findings;

namespace Recoup.Contracts.Rehearsals;

/// <summary>Reads the results of tests from a TRX file, as VSTest, Microsoft.Testing.Platform and xunit write it.</summary>
internal static class TrxReader
{
    private const long MostCharacters = 512L << 20;
    private const int MostText = 64 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads a file.</summary>
    /// <returns>The results, in the order of the file; null if the file is not a complete TRX file.</returns>
    public static IReadOnlyList<TestCaseResult>? Read(Stream trx)
    {
        var results = new List<(string Id, TestCaseResult Result)>();
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var xml = XmlReader.Create(trx, Settings);
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "TestRun")
                return null;
            string? definition = null;
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "UnitTestResult")
                    results.Add((xml.GetAttribute("testId") ?? "", ReadResult(xml)));
                else if (xml.LocalName == "UnitTest")
                    definition = xml.GetAttribute("id");
                else if (xml.LocalName == "TestMethod" && definition is not null && xml.GetAttribute("className") is { } name)
                    classes[definition] = name;
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return [.. results.Select(row => row.Result with { Name = FullName(row.Result.Name, classes.GetValueOrDefault(row.Id)) })];
    }

    private static TestCaseResult ReadResult(XmlReader xml)
    {
        var name = xml.GetAttribute("testName") ?? "";
        var outcome = OutcomeOf(xml.GetAttribute("outcome"));
        if (xml.IsEmptyElement || outcome != TestOutcome.Failed)
            return new TestCaseResult(name, outcome);
        var (message, output) = (new StringBuilder(), new StringBuilder());
        using var inner = xml.ReadSubtree();
        while (inner.Read())
        {
            // Results of data rows inside of a result have elements of their own.
            if (inner.NodeType != XmlNodeType.Element)
                continue;
            if (inner.LocalName == "Message")
                Append(message, inner);
            else if (inner.LocalName is "StackTrace" or "StdOut" or "StdErr")
                Append(output, inner);
        }

        return new TestCaseResult(name, outcome, message.ToString(), output.ToString());
    }

    private static void Append(StringBuilder text, XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (text.Length < MostText && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value.AsSpan(0, Math.Min(xml.Value.Length, MostText - text.Length)));
        }

        text.Append('\n');
    }

    private static TestOutcome OutcomeOf(string? outcome) => outcome switch
    {
        "Passed" or "PassedButRunAborted" or "Warning" or "Completed" => TestOutcome.Passed,
        "Failed" or "Error" or "Timeout" or "Aborted" => TestOutcome.Failed,
        _ => TestOutcome.NotRun,
    };

    // Some adapters give the name of the method only.
    private static string FullName(string name, string? className) =>
        className is null || name.StartsWith(className, StringComparison.Ordinal) ? name : $"{className}.{name}";
}
