namespace System.Runtime.CompilerServices;

/// <summary>What the compiler marks a <c>required</c> member, and a type that has one, with.</summary>
[Microsoft.CodeAnalysis.Embedded]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;
