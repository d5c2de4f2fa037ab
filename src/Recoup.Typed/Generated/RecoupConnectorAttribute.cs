using System.ComponentModel;

namespace Recoup.Typed.Generated;

/// <summary>
/// Names a connector and the generated class of its actions, once for each connector of an assembly. Analyzers use it to find the actions
/// of referenced assemblies without a search of all types.
/// </summary>
/// <param name="slug">The connector's slug, for example <c>googlesheets</c>.</param>
/// <param name="actions">The class, whose methods have a <see cref="RecoupActionAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecoupConnectorAttribute(string slug, Type actions) : Attribute
{
    /// <summary>The connector's slug, for example <c>googlesheets</c>.</summary>
    public string Slug { get; } = slug;

    /// <summary>The class, whose methods have a <see cref="RecoupActionAttribute"/>.</summary>
    public Type Actions { get; } = actions;
}
