namespace Microsoft.CodeAnalysis;

/// <summary>
/// Hides a type from all other assemblies, those that see its internals included: they have the platform's own, or a copy.
/// </summary>
[Embedded]
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Delegate)]
internal sealed class EmbeddedAttribute : Attribute;
