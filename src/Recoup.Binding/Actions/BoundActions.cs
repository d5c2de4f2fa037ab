using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>The actions of a source file, or of a whole connector, as C#, and the problems on the way.</summary>
/// <param name="Model">The methods and their types.</param>
/// <param name="Types">The names of the types, which may be those of other actions.</param>
/// <param name="Problems">The problems, with action and pointer but without positions.</param>
internal sealed record BoundActions(ConnectorModel Model, DeclaredTypes Types, EquatableArray<Problem> Problems);

/// <summary>The types that the actions of a source file declare.</summary>
/// <param name="ClassName">The class that contains them.</param>
/// <param name="Names">The types.</param>
internal sealed record DeclaredTypes(string ClassName, EquatableArray<DeclaredName> Names);

/// <summary>A type that an action declares.</summary>
/// <param name="Slug">The action.</param>
/// <param name="Name">The name of the type.</param>
/// <param name="Spelled">The name that it gets if something else in the class has that name.</param>
/// <param name="Pointer">The JSON pointer of its schema, below the action.</param>
/// <param name="IsRead">Whether only the result of the action has it.</param>
/// <param name="Sharing">Set if a names file gave the name, which several actions may then share.</param>
internal sealed record DeclaredName(string Slug, string Name, string Spelled, string Pointer, bool IsRead, Sharing? Sharing = null);

/// <summary>A name from a names file.</summary>
/// <param name="Signature">The shape of the type. Only equal shapes can share a name.</param>
/// <param name="Derived">The name without the names file.</param>
/// <param name="Path">The names file.</param>
/// <param name="Entry">The JSON pointer of the entry in it.</param>
internal sealed record Sharing(string Signature, string Derived, string Path, string Entry);
