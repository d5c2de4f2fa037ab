using System.Text.Json;
using Recoup.AI.Dialects;
using Recoup.AI.Toolbox.Signatures;
using Recoup.Catalogs;

namespace Recoup.AI.Toolbox;

/// <summary>The definitions of the three tools of a toolbox, as actions of a catalog, so that each dialect can write them.</summary>
internal sealed class ToolboxDefinitions
{
    public const string Search = "search_actions";
    public const string Describe = "describe_action";
    public const string Run = "run_action";

    private const int MostConnectors = 40;
    private const int LongestConnector = 40;

    private const string SearchDescription = "Finds actions of connected services for a task. Call this first. "
        + "Each hit has the action, what it does, whether its connector is connected, and its signature: the parameters in the manner of "
        + "TypeScript, where ? marks those that may be left out. If no hit fits, search again with other words.";

    private const string RunDescription = "Runs one action and returns its result. Pass the parameters of its signature in arguments, "
        + """for example {"action": "GITHUB_GET_A_REPOSITORY", "arguments": {"owner": "octocat", "repo": "hello"}}""";

    private readonly Dictionary<string, ToolProjection> _projections;

    /// <summary>Creates the definitions.</summary>
    /// <param name="connectors">The slugs of the connectors, which the search names; a long list is cut.</param>
    /// <param name="dialect">The provider whose rules the schemas follow.</param>
    public ToolboxDefinitions(IEnumerable<string> connectors, Dialect dialect) =>
        _projections = RecoupCatalog.Parse(Catalog(ListOf(connectors))).Actions
            .ToDictionary(action => action.Slug, action => ToolProjection.Of(action, dialect));

    /// <summary>The definition of a tool in the dialect.</summary>
    public ToolProjection this[string name] => _projections[name];

    private static string Catalog(string connectors) => $$"""
        {"success": true, "actions": [
          {
            "slug": "{{Search}}",
            "name": "{{Search}}",
            "description": "{{SearchDescription}} Connectors: {{JsonEncodedText.Encode(connectors)}}.",
            "parameters": {
              "type": "object",
              "properties": {
                "query": {
                  "type": "string",
                  "description": "The task in a few plain words: what to do with what. Example: add a label to an issue"
                },
                "connector": {"type": "string", "description": "Only actions of this connector. Leave it out to search all."},
                "limit": {
                  "type": "integer", "minimum": 1, "maximum": {{SearchTool.MostHits}},
                  "description": "At most how many hits. Default: {{SearchTool.DefaultHits}}."
                }
              },
              "required": ["query"],
              "additionalProperties": false
            }
          },
          {
            "slug": "{{Describe}}",
            "name": "{{Describe}}",
            "description": "Explains the parameters of one action. Call this before {{Run}} if a signature leaves a question open.",
            "parameters": {
              "type": "object",
              "properties": {
                "action": {"type": "string", "description": "The action, exactly as {{Search}} names it."},
                "complete": {"type": "boolean", "description": "True for the complete JSON Schema, which may be long."}
              },
              "required": ["action"],
              "additionalProperties": false
            }
          },
          {
            "slug": "{{Run}}",
            "name": "{{Run}}",
            "description": "{{JsonEncodedText.Encode(RunDescription)}}",
            "parameters": {
              "type": "object",
              "properties": {
                "action": {"type": "string", "description": "The action, exactly as {{Search}} names it."},
                "arguments": {
                  "type": "object",
                  "description": "The parameters by name; empty if the action needs none.",
                  "additionalProperties": true
                }
              },
              "required": ["action", "arguments"],
              "additionalProperties": false
            }
          }
        ]}
        """;

    private static string ListOf(IEnumerable<string> connectors)
    {
        var names = connectors.Where(name => name.Length > 0).Take(MostConnectors + 1).ToArray();
        return string.Join(", ", names.Take(MostConnectors).Select(name => SafeText.Line(name, LongestConnector)))
            + (names.Length > MostConnectors ? ", …" : "");
    }
}
