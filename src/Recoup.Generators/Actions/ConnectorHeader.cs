using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Catalogs;

namespace Recoup.Generators.Actions;

/// <summary>What a connector's class has once: its documentation, its attributes and the types that several actions share.</summary>
/// <param name="Slug">The connector's slug.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Shared">The types, by name.</param>
internal sealed record ConnectorHeader(string Slug, string ClassName, EquatableArray<DeclarationModel> Shared)
{
    /// <summary>The header with those of the shared types that belong to its class.</summary>
    /// <param name="shared">The shared types of all classes.</param>
    public ConnectorHeader With(IEnumerable<SharedType> shared) => this with
    {
        Shared = new(shared.Where(type => type.ClassName == ClassName)
            .Select(type => type.Declaration)
            .GroupBy(declaration => declaration.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First())),
    };
}

/// <summary>A type that several actions of a class share.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Declaration">The type.</param>
internal sealed record SharedType(string ClassName, DeclarationModel Declaration)
{
    /// <summary>The shared types that the actions of a file declare.</summary>
    public static IEnumerable<SharedType> Of(ConnectorModel file) => file.Actions
        .SelectMany(action => action.Declarations)
        .Where(declaration => declaration.IsShared)
        .Select(declaration => new SharedType(file.ClassName, declaration));
}
