using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Recoup.Binding.Types;
using Recoup.Generators.Emission;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>Programs that use every member of a generated class, one use on each line, to be compiled against any document.</summary>
internal static partial class PinnedProgram
{
    private const string Lists = "System.Collections.Generic.";

    /// <summary>
    /// Calls in all forms. An argument has the type of the parameter before the change: a nullable one if the parameter takes null or can
    /// be omitted.
    /// </summary>
    public static IEnumerable<PinnedUse> Calls(PinnedSurface surface)
    {
        foreach (var method in surface.Methods)
        {
            var arguments = method.Parameters
                .Select(parameter =>
                    (parameter.Presence, Name: Keyword.Escape(parameter.Name), Value: $"default({Given(surface.Written, parameter)})!"))
                        .ToList();
            yield return Call(UseKind.NamedCall, arguments.Select(argument => $"{argument.Name}: {argument.Value}"));
            yield return Call(UseKind.PositionalCall, arguments.Select(argument => argument.Value));
            yield return Call(
                UseKind.ShortestCall,
                arguments.Where(argument => argument.Presence == MemberPresence.Required)
                    .Select(argument => $"{argument.Name}: {argument.Value}"));

            PinnedUse Call(UseKind kind, IEnumerable<string> given) =>
                new(kind, method.Subject, $"{Head(surface)} {{ _ = {surface.Receiver}.{method.Name}({string.Join(", ", given)}); }}");
        }
    }

    /// <summary>The result of each method, assigned to its type.</summary>
    public static IEnumerable<PinnedUse> Results(PinnedSurface surface) => surface.Methods.Select(method => new PinnedUse(
        UseKind.Result,
        $"{surface.Name}.{method.Name}",
        $"{Head(surface)} {{ {method.Gives} x = {surface.Receiver}.{method.Name}({string.Join(
            ", ", method.Parameters.Where(parameter => parameter.Presence == MemberPresence.Required).Select(_ => "default!"))}); }}"));

    /// <summary>The name of each declared type, and each of its values and properties.</summary>
    public static IEnumerable<PinnedUse> Types(PinnedSurface surface) =>
        surface.Types.Values.SelectMany(type => Type(surface, type.Declaration, type.IsWritten, type.IsRead));

    /// <summary>The compiler errors, by the used member.</summary>
    public static ILookup<string, string> Errors(IReadOnlyList<PinnedUse> uses, AdditionalText document)
    {
        var program =
            new StringBuilder(
                "#pragma warning disable RCPEXP01 // meta-actions are experimental\nusing Recoup.Actions;\n#nullable enable\nstatic class "
                    + "Probe {\n");
        var first = program.ToString().Count(character => character == '\n');
        for (var i = 0; i < uses.Count; i++)
            program.Append(CultureInfo.InvariantCulture, $"static void P{i}{uses[i].Code}\n");
        var generation = Generation.Run([document], program.Append("}\n").ToString());
        return generation.ErrorsInProgram()
            .Select(diagnostic => Attribute(uses[diagnostic.Location.GetLineSpan().StartLinePosition.Line - first], diagnostic))
            .OfType<(string Used, string Error)>()
            .ToLookup(error => error.Used, error => error.Error);
    }

    private static IEnumerable<PinnedUse> Type(PinnedSurface surface, DeclarationModel declaration, bool isWritten, bool isRead)
    {
        var type = $"{surface.Name}.{declaration.Name}";
        yield return new PinnedUse(UseKind.Type, type, $"() {{ {type} x = default!; }}");
        var uses = declaration switch
        {
            EnumDeclarationModel values =>
                values.Values.Select(value => Member(UseKind.Member, value.Name, $"() {{ _ = {type}.{value.Name}; }}")),
            ViewDeclarationModel view => view.Members.Select(member => Member(
                UseKind.Member, member.Name,
                 $"({type} v) {{ {surface.Read.Bare(member.Type.Type)}{(member.Type.Type is ListTypeModel or MapTypeModel
                     or JsonTypeModel ? "" : "?")} x = v.{member.Name}; }}")),
            ClassDeclarationModel @class => [.. isWritten ? Sets(@class) : [], .. isRead ? Reads(@class) : []],
            UnionDeclarationModel union => Conversions(union),
            _ => [],
        };
        foreach (var use in uses)
            yield return use;

        PinnedUse Member(UseKind kind, string name, string code) => new(kind, $"{type}.{name}", code);

        IEnumerable<PinnedUse> Reads(ClassDeclarationModel @class) => Settable(@class)
            .Select(member =>
                Member(UseKind.Member, member.Name, $"({type} v) {{ {Declared(surface.Read, member)} x = v.{member.Name}; }}"));

        IEnumerable<PinnedUse> Sets(ClassDeclarationModel @class)
        {
            foreach (var member in Settable(@class))
                yield return Member(
                    UseKind.Member,
                    member.Name,
                    $"() {{ _ = new {type} {{ {member.Name} = default({Given(surface.Written, member)})! }}; }}");
            yield return new PinnedUse(UseKind.Construction, type,
                $"() {{ _ = new {type} {{ {string.Join(
                    ", ",
                    @class.Members.Where(member => member.Presence == MemberPresence.Required).Select(member =>
                        $"{member.Name} = default!"))} }}; }}");
        }

        IEnumerable<PinnedUse> Conversions(UnionDeclarationModel union)
        {
            foreach (var branch in union.Branches.Select(branch => branch.Type))
            {
                string[] values = branch switch
                {
                    ListTypeModel list =>
                        [$"new {Lists}List<{surface.Written.Use(list.Item)}>()", $"new {surface.Written.Use(list.Item)}[1]"],
                    MapTypeModel map => [$"new {Lists}Dictionary<string, {surface.Written.Use(map.Value)}>()"],
                    _ => [$"default({surface.Written.Bare(branch)})!"],
                };
                foreach (var value in values)
                    yield return new PinnedUse(
                        UseKind.Member, $"{type}({Short(surface.Written.Bare(branch))})", $"() {{ {type} x = {value}; }}");
            }

            if (union.Branches.Count(branch => branch.Type is ListTypeModel) == 1)
                yield return new PinnedUse(UseKind.Member, $"{type}([])", $"() {{ {type} x = []; }}");
        }
    }

    private static IEnumerable<MemberModel> Settable(ClassDeclarationModel @class)
    {
        var members = @class.Members.Where(member => member.Presence != MemberPresence.Constant);
        return @class.Additional is { } rest
            ? members.Append(new MemberModel(
                "",
                "AdditionalProperties",
                new TypeUse(new MapTypeModel(rest), false, default),
                MemberPresence.Optional,
                DocumentationModel.None))
            : members;
    }

    private static string Head(PinnedSurface surface) => surface.Receiver == surface.Name ? "()" : $"({surface.Name} {surface.Receiver})";

    // A response does not contain a member that only requests contain.
    private static string Declared(PinnedTypes types, MemberModel member) =>
        member is { Access: MemberAccess.Request, Presence: MemberPresence.Required }
            ? types.Bare(member.Type.Type) + "?"
            : types.Of(member);

    private static string Given(PinnedTypes types, MemberModel member) => member switch
    {
        { Presence: MemberPresence.OptionalNullable, Type.Type: ListTypeModel or MapTypeModel } => types.Of(member),
        { Presence: MemberPresence.Optional or MemberPresence.OptionalNullable } or { Access: MemberAccess.Request } =>
            types.Bare(member.Type.Type) + "?",
        _ => types.Of(member),
    };

    // Each use is only responsible for its own errors. Only constructions check that all required properties are set, and their error names
    // the properties. Only calls check the arguments of a method.
    private static (string Used, string Error)? Attribute(PinnedUse use, Diagnostic diagnostic)
    {
        var text = $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
        return (use.Kind, diagnostic.Id) switch
        {
            (UseKind.Construction, "CS9035") => ($"{use.Used}.{Quoted().Match(text).Groups[1].Value.Split('.')[^1]}", text),
            (UseKind.Construction, not "CS0426") or (UseKind.Member, "CS9035") => null,
            (UseKind.Result, not ("CS0029" or "CS0266" or "CS0426")) => null,
            _ => (use.Key, text),
        };
    }

    private static string Short(string type) => Qualified().Replace(type, "");

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(global::)?(\w+\.)+(?=\w)")]
    private static partial Regex Qualified();
}
