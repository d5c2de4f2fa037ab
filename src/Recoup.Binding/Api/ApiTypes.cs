using System.Text.Json;
using Recoup.Binding.Names;
using Recoup.Binding.Problems;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Api;

/// <summary>The types that an API declares: components by their names, others by the path that leads to them.</summary>
internal sealed class ApiTypes
{
    private readonly ApiSchemas _schemas;
    private readonly ApiProblemList _problems;
    private readonly Dictionary<TypeDraft, string> _names = [];
    private readonly HashSet<TypeDraft> _written = [];
    private readonly HashSet<TypeDraft> _read = [];

    private ApiTypes(IReadOnlyList<OperationDraft> operations, ApiSchemas schemas, Func<string, bool> isTaken, ApiProblemList problems)
    {
        (_schemas, _problems) = (schemas, problems);
        foreach (var operation in operations)
        {
            Visit([operation.Body, .. operation.Parameters.Select(parameter => parameter.Type)], MemberAccess.Request, _written);
            Visit([operation.Result, .. operation.Errors], MemberAccess.Response, _read);
        }

        // A slash distinguishes the path of an inline shape from a component.
        var drafts = _written.Union(_read).ToArray();
        var keys = drafts.ToDictionary(draft => draft, draft => schemas.ComponentOf(draft) ?? string.Join("/", draft.Path));
        var shapes = keys.GroupBy(pair => pair.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Key, StringComparer.Ordinal);
        var names = SiblingNames.Assign(
            keys.Values,
            key => PlainName(key, shapes[key]),
            isTaken,
            "Type");
        foreach (var key in names.Clashes)
            problems.Add(ApiProblems.NameClash, shapes[key].Schema, key, names[key]);

        // Several inline shapes may share one path: the branches of a list of types.
        foreach (var group in keys.GroupBy(pair => pair.Value, StringComparer.Ordinal))
        {
            var isAlone = group.Count() == 1;
            foreach (var draft in group.Select(pair => pair.Key))
                _names.Add(draft, isAlone ? names[group.Key] : Identifier.Hashed(names[group.Key], draft.Signature));
        }

        Models = new(drafts
            .Select(draft => new ApiTypeModel(Finish(draft), _written.Contains(draft), _read.Contains(draft)))
            .OrderBy(type => type.Declaration.Name, StringComparer.Ordinal));
    }

    public EquatableArray<ApiTypeModel> Models { get; }

    public static ApiTypes Of(
        IReadOnlyList<OperationDraft> operations, ApiSchemas schemas, Func<string, bool> isTaken, ApiProblemList problems) =>
        new(operations, schemas, isTaken, problems);

    public TypeUse Finish(TypeUse use)
    {
        var free = ApiSchemas.Free(use);
        return free with { Type = Finish(free.Type), Constraints = default };
    }

    private TypeModel Finish(TypeModel type) => type switch
    {
        ListTypeModel list => new ListTypeModel(Finish(list.Item)),
        MapTypeModel map => new MapTypeModel(Finish(map.Value)),
        DraftTypeModel draft => new DeclaredTypeModel(
            _names[draft.Draft], draft.Draft is EnumDraft ? DeclaredKind.Enum : DeclaredKind.Class),
        _ => type,
    };

    // A class cannot have a member of its own name (CS0542), and "Error" with an "error" is everywhere.
    private static string PlainName(string key, TypeDraft draft)
    {
        var name = Identifier.Pascal(key);
        return name is "Error" or "Exception"
            || (draft is ClassDraft shape && shape.Members.Any(member => Identifier.Pascal(member.WireName) == name))
            ? "Api" + name
            : name;
    }

    private DeclarationModel Finish(TypeDraft draft) => draft is EnumDraft values ? FinishEnum(values) : FinishClass((ClassDraft)draft);

    private EnumDeclarationModel FinishEnum(EnumDraft draft)
    {
        var name = _names[draft];
        var names = SiblingNames.Assign(
            draft.Values,
            value => value.Length == 0 ? "Empty" : Identifier.Pascal(value),
            candidate => candidate == name || Identifier.IsKeyword(candidate) || ObjectMembers.Contains(candidate),
            "Value");
        foreach (var value in names.Clashes)
            Report(draft.Schema, name, value, names[value]);
        return new EnumDeclarationModel(
            name,
            draft.Documentation,
            new(draft.Values.Select(value => new EnumValueModel(names[value], value)
            {
                IsDeprecated = draft.DeprecatedValues.Contains(value) && !draft.Documentation.IsDeprecated,
            })));
    }

    private ClassDeclarationModel FinishClass(ClassDraft draft)
    {
        // A class that is only sent has no members that only responses contain, and the reverse.
        var only = _written.Contains(draft) ? MemberAccess.Request : MemberAccess.Response;
        var isBoth = _written.Contains(draft) && _read.Contains(draft);
        var name = _names[draft];
        var names = SiblingNames.Assign(
            draft.Members.Select(member => member.WireName),
            Identifier.Pascal,
            candidate =>
                candidate == name || Identifier.IsKeyword(candidate) || candidate == AdditionalName || ObjectMembers.Contains(candidate),
            "Value");
        foreach (var member in draft.Members.Where(member => names.Clashes.Contains(member.WireName)))
        {
            var schema = member.Schema.ValueKind == JsonValueKind.Undefined ? draft.Schema : member.Schema;
            Report(schema, name, member.WireName, names[member.WireName]);
        }

        return new ClassDeclarationModel(
            name,
            draft.Documentation,
            new(draft.Members.Where(member => isBoth || IsIn(only, member))
                .Select(member => FinishMember(member, names[member.WireName], isBoth))),
            draft.Additional is { } additional ? Finish(additional) : null);
    }

    private void Report(PositionedElement place, string type, string wireName, string name) =>
        _problems.Add(ApiProblems.NameClash, place, type + "." + wireName, name);

    // Any JSON can be null itself.
    private MemberModel FinishMember(MemberDraft member, string name, bool isBoth)
    {
        var type = Finish(member.Type);
        var access = isBoth ? _schemas.AccessOf(member) : MemberAccess.Both;
        var presence = type.Type is JsonTypeModel && member.Presence == MemberPresence.OptionalNullable
            ? MemberPresence.Optional
            : member.Presence;

        // A caller who creates the object for a request has no value for it.
        if (access == MemberAccess.Response && presence == MemberPresence.Required)
            presence = MemberPresence.Optional;
        return new MemberModel(member.WireName, name, type, presence, member.Documentation, member.Constant) { Access = access };
    }

    // References can chain any number of types, so the visit uses no recursion.
    private void Visit(IEnumerable<TypeUse?> uses, MemberAccess access, HashSet<TypeDraft> found)
    {
        var open = new Stack<TypeUse?>(uses);
        while (open.Count > 0)
        {
            switch (open.Pop() is { } use ? ApiSchemas.Free(use).Type : null)
            {
                case ListTypeModel list:
                    open.Push(list.Item);
                    break;
                case MapTypeModel map:
                    open.Push(map.Value);
                    break;
                case DraftTypeModel { Draft: var draft } when found.Add(draft) && draft is ClassDraft shape:
                    foreach (var member in shape.Members.Where(member =>
                        member.Presence != MemberPresence.Constant && IsIn(access, member)))
                        open.Push(member.Type);

                    open.Push(shape.Additional);
                    break;
            }
        }
    }

    private bool IsIn(MemberAccess message, MemberDraft member) =>
        _schemas.AccessOf(member) is var access && (access == MemberAccess.Both || access == message);

    private const string AdditionalName = "AdditionalProperties";

    private static readonly HashSet<string> ObjectMembers = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "WriteTo",
    };
}
