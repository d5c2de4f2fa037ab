using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>A type that a class declares, and the direction of its values.</summary>
/// <param name="Declaration">The type.</param>
/// <param name="IsWritten">Whether programs create values of the type.</param>
/// <param name="IsRead">Whether programs read values of the type.</param>
internal sealed record BoundType(DeclarationModel Declaration, bool IsWritten, bool IsRead);
