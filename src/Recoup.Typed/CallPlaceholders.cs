using System.Text.Json;

namespace Recoup.Typed;

/// <summary>Stands in until the real type is here.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecoupActionAttribute(string slug) : Attribute
{
    /// <summary>The slug.</summary>
    public string Slug { get; } = slug;
}

/// <summary>Stands in until the real type is here.</summary>
public sealed class ActionCall<T>(string slug, JsonElement parameters)
{
    /// <summary>The slug.</summary>
    public string Slug { get; } = slug;

    /// <summary>The parameters.</summary>
    public JsonElement ToJson() => parameters;
}
