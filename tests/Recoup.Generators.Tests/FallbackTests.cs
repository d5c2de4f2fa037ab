using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Schemas;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>The positions of real catalogs that have the type <c>JsonNode</c>, with the reason.</summary>
public sealed class FallbackTests
{
    private static readonly JsonElement[] OneOfEachKind =
    [
        .. new[] { "null", "true", "1.5", "\"a\"", "[\"a\"]", "{\"a\":1}" }.Select(json => JsonDocument.Parse(json).RootElement),
    ];

    [Theory]
    [MemberData(nameof(RealCatalogTests.Files), MemberType = typeof(RealCatalogTests))]
    public void A_parameter_is_any_JSON_only_if_its_schema_accepts_anything(string file) =>
        ShouldFallBackOnlyFromAnything(File.ReadAllText(TestData.RequireExternal("catalogs", file)));

    [Fact]
    public void A_parameter_of_the_quick_start_is_any_JSON_only_if_its_schema_accepts_anything() =>
        ShouldFallBackOnlyFromAnything(File.ReadAllText(TestData.QuickStartCatalog));

    /// <summary>
    /// All catalogs in one text: how many nested positions are any JSON, and the RCP0020 diagnostics with line and column.
    /// </summary>
    [Fact]
    public void Nested_positions_of_any_JSON_match_the_approved_text()
    {
        var texts = RealCatalogTests.Files.Select(file => file.Data)
            .Select(file => Describe(file, File.ReadAllText(TestData.RequireExternal("catalogs", file))));

        string.Join("\n", texts)
            .ShouldMatchApproved(approval => approval.WithFilenameGenerator((_, _, type, extension) => $"Fallbacks.{type}.{extension}"));
    }

    private static void ShouldFallBackOnlyFromAnything(string json)
    {
        var catalog = RecoupCatalog.Parse(json);
        var bySlug = catalog.Actions.ToDictionary(action => action.Slug);

        Bind(catalog).SelectMany(connector => connector.Actions)
            .SelectMany(action =>
                action.Parameters.Where(parameter => parameter is { Presence: not MemberPresence.Constant, Type.Type: JsonTypeModel })
                .Where(parameter => !AcceptsAnything(bySlug[action.Slug], parameter.WireName))
                .Select(parameter => $"{action.Slug}: {parameter.WireName}"))
            .ShouldBeEmpty();
    }

    // The schema engine, which does not know the types, accepts a value of each kind.
    private static bool AcceptsAnything(CatalogAction action, string parameter)
    {
        var alone = JsonNode.Parse(action.Parameters.GetRawText())!.AsObject();
        alone.Remove("required");
        var schema = JsonSchema.Parse(alone.ToJsonString(), new JsonSchemaOptions { HonorNullable = true });
        return OneOfEachKind.All(value =>
            schema.IsValid(JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { [parameter] = value })));
    }

    private static string Describe(string file, string json)
    {
        var places = Bind(RecoupCatalog.Parse(json))
            .SelectMany(Places)
            .GroupBy(place => place)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"  {group.Count(),4} {group.Key}");
        var reported = Generation.Run(json).Reported.Where(diagnostic => diagnostic.Id == "RCP0020").Select(diagnostic =>
        {
            var start = diagnostic.Location.GetLineSpan().StartLinePosition;
            return $"  ({start.Line + 1},{start.Character + 1}): {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
        });
        return string.Join("\n", new[] { file }.Concat(places).Concat(reported)) + "\n";
    }

    private static IEnumerable<string> Places(ConnectorModel connector) =>
        connector.Actions.SelectMany(action =>
            Members(action.Parameters, action.Additional, "parameter", "parameters of an action that describes none"))
            .Concat(connector.Declarations.SelectMany(declaration => declaration switch
            {
                ClassDeclarationModel @class =>
                    Members(@class.Members, @class.Additional, "property", "properties an object has beside the described ones"),
                UnionDeclarationModel union => union.Branches.SelectMany(branch => Places(branch, "branch")),
                _ => [],
            }));

    private static IEnumerable<string> Members(IEnumerable<MemberModel> members, TypeUse? additional, string what, string rest) =>
        members.Where(member => member.Presence != MemberPresence.Constant)
            .SelectMany(member => Places(member.Type, what + " that accepts anything"))
            .Concat(additional is { } use ? Places(use, rest) : []);

    private static IEnumerable<string> Places(TypeUse use, string place) => use.Type switch
    {
        JsonTypeModel => [place],
        ListTypeModel list => Places(list.Item, "items of an array that does not describe them"),
        MapTypeModel map => Places(map.Value, "values of an object that does not describe them"),
        _ => [],
    };

    private static IEnumerable<ConnectorModel> Bind(RecoupCatalog catalog) =>
        CatalogPlan.Of([new CatalogSelection("catalog.json", new(catalog.Actions), default, default)]).Connectors.Select(connector =>
            ConnectorBinder.Bind(connector).Model);
}
