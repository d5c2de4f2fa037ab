namespace System.Runtime.CompilerServices;

/// <summary>What the compiler marks an <c>init</c> accessor with.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal static class IsExternalInit;
