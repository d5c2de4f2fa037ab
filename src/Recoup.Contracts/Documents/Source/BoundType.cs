using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>A type that a class declares, and which way its values go.</summary>
/// <param name="Declaration">The type.</param>
/// <param name="IsWritten">Whether programs make values of it.</param>
/// <param name="IsRead">Whether programs read values of it.</param>
internal sealed record BoundType(DeclarationModel Declaration, bool IsWritten, bool IsRead);
