using System.Text.Json;

namespace Recoup.Typed;

/// <summary>What the catalog says about an action. <see cref="RecoupActions.Find"/> returns it.</summary>
public sealed class ActionInfo
{
    internal ActionInfo(string slug, string connector, string description, JsonElement parametersSchema) =>
        (Slug, Connector, Description, ParametersSchema) = (slug, connector, description, parametersSchema);

    /// <summary>The action's slug, for example <c>GITHUB_CREATE_ISSUE</c>.</summary>
    public string Slug { get; }

    /// <summary>The slug of the connector, as in the catalog; empty if the catalog names none.</summary>
    public string Connector { get; }

    /// <summary>What the action does; may be empty.</summary>
    public string Description { get; }

    /// <summary>The JSON Schema of the parameters, as in the catalog; <c>{}</c> if the catalog has no usable one.</summary>
    public JsonElement ParametersSchema { get; }

    /// <summary>Returns the slug.</summary>
    public override string ToString() => Slug;
}
