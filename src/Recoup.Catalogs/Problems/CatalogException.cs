using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs;

/// <summary>A catalog or an OpenAPI document cannot be used. The message lists what is wrong and where.</summary>
public sealed class CatalogException : Exception
{
    internal CatalogException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CatalogException(IReadOnlyList<Problem> problems)
        : base(string.Join("\n", problems)) => Problems = problems;

    /// <summary>What is wrong with the text; empty if the file could not be read.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [];

    /// <summary>The exception for the errors among the problems, or null if there are none.</summary>
    internal static CatalogException? Of(IReadOnlyList<Problem> problems)
    {
        var errors = problems.Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error).ToArray();
        return errors.Length > 0 ? new CatalogException(errors) : null;
    }
}
