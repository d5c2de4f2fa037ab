using Recoup.Schemas.Platform;

namespace Recoup.Schemas;

/// <summary>Thrown if a schema cannot be compiled. <see cref="Problems"/> lists all problems, each with its location.</summary>
public sealed class JsonSchemaException : Exception
{
    /// <summary>Creates the exception.</summary>
    public JsonSchemaException(IReadOnlyList<SchemaProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>The problems, in the order of the document. There is at least one.</summary>
    public IReadOnlyList<SchemaProblem> Problems { get; }

    private static string Describe(IReadOnlyList<SchemaProblem> problems)
    {
        const int Shown = 20;
        var lines = Guard.NotNull(problems).Take(Shown).Select(problem => problem.Message);
        var rest = problems.Count > Shown ? $"{Environment.NewLine}… and {problems.Count - Shown} more" : "";
        return $"The schema has {problems.Count} problem{(problems.Count == 1 ? "" : "s")}:{Environment.NewLine}{string.Join(
            Environment.NewLine, lines)}{rest}";
    }
}
