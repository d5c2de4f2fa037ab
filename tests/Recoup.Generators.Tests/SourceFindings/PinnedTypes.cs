using Recoup.Binding.Types;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>Bound types as C# text.</summary>
internal sealed record PinnedTypes(Func<TypeModel, string> Bare, Func<TypeUse, string> Use, Func<MemberModel, string> Of);
