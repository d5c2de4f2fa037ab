using Recoup.Binding.Types;
using Recoup.Catalogs;

namespace Recoup.Binding.Actions;

/// <summary>One connector as a static class. Value-equal, without positions: the compiler's cache depends on it.</summary>
/// <param name="Slug">The connector's slug.</param>
/// <param name="ClassName">The class.</param>
/// <param name="IsExperimental">Whether callers must opt in, because meta-actions can run any other action.</param>
/// <param name="Actions">The methods, by slug.</param>
/// <param name="Declarations">The nested types, by name.</param>
internal sealed record ConnectorModel(
    string Slug, string ClassName, bool IsExperimental, EquatableArray<ActionModel> Actions, EquatableArray<DeclarationModel> Declarations);
