namespace Recoup.Catalogs.Problems;

/// <summary>One kind of <see cref="Problem"/>. Each has its page under docs/diagnostics.</summary>
public sealed record ProblemDescriptor
{
    internal ProblemDescriptor(string id, ProblemSeverity severity, string title, string messageFormat) =>
        (Id, Severity, Title, MessageFormat) = (id, severity, title, messageFormat);

    /// <summary>The stable id: <c>RCP</c> and four digits.</summary>
    public string Id { get; }

    /// <summary>How severe the problem is.</summary>
    public ProblemSeverity Severity { get; }

    /// <summary>The problem in a few words.</summary>
    public string Title { get; }

    /// <summary>The message, with the placeholders <c>{0}</c>, <c>{1}</c>, ….</summary>
    public string MessageFormat { get; }

    /// <summary>Whether the file is not a document of the expected kind at all, so that nothing in it can be checked.</summary>
    public bool IsFatal { get; internal init; }

    /// <summary>Whether the generated code lacks something, or is not generated at all, because of the problem.</summary>
    internal bool LeavesCodeOut
    {
        get => field || Severity == ProblemSeverity.Error;
        init;
    }
}
