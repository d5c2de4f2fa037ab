using Recoup.Binding.Types;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>A method, with its action or operation.</summary>
internal sealed record PinnedMethod(string Subject, string Name, IReadOnlyList<MemberModel> Parameters, string Gives, TypeUse? Result);
