namespace Recoup.Generators;

/// <summary>The names of the pipeline steps. Tests use them to check which steps ran again.</summary>
internal static class Steps
{
    public const string Options = "Recoup.Options";
    public const string Files = "Recoup.Files";
    public const string Catalogs = "Recoup.Catalogs";
    public const string Shares = "Recoup.Shares";
    public const string Names = "Recoup.Names";
    public const string Results = "Recoup.Results";
    public const string Plan = "Recoup.Plan";
    public const string Connectors = "Recoup.Connectors";
    public const string ConnectorPlans = "Recoup.ConnectorPlans";
    public const string ActionFiles = "Recoup.ActionFiles";
    public const string TypeNames = "Recoup.TypeNames";
    public const string Headers = "Recoup.Headers";
    public const string Bound = "Recoup.Bound";
    public const string Models = "Recoup.Models";
    public const string Embedded = "Recoup.Embedded";
    public const string Specs = "Recoup.Specs";
    public const string BoundSpecs = "Recoup.BoundSpecs";
    public const string Apis = "Recoup.Apis";
}
