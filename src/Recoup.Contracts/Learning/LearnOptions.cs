using Recoup.Catalogs;

namespace Recoup.Contracts.Learning;

/// <summary>The options of <see cref="ResultLearning"/>.</summary>
internal sealed class LearnOptions
{
    /// <summary>Whether an existing file is replaced. By default, it is widened, so that edits are kept.</summary>
    public bool Overwrite { get; init; }

    /// <summary>The catalog of the actions, for the names of the C# that changes; null if it is not known.</summary>
    public RecoupCatalog? Catalog { get; init; }

    /// <summary>The path of that catalog. Nothing is written to it.</summary>
    public string? CatalogPath { get; init; }

    /// <summary>The path of a report that the caller writes; null for none. It must not be one of the other files.</summary>
    public string? ReportPath { get; init; }
}
