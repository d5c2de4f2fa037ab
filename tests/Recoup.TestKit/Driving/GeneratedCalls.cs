using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.Tests.Driving;

/// <summary>Calls generated methods with arguments that are converted from JSON.</summary>
internal sealed class GeneratedCalls
{
    private readonly Assembly _assembly;
    private readonly string _namespace;
    private readonly Dictionary<string, (ConnectorModel Connector, ActionModel Action)> _actions;

    public GeneratedCalls(Program program, RecoupCatalog catalog)
        : this(program.Assembly, "Recoup.Actions", CatalogPlan.Of([
            new CatalogSelection("catalog.json", new(catalog.Actions), default, default),
        ])
            .Connectors.Select(connector => ConnectorBinder.Bind(connector).Model))
    {
    }

    public GeneratedCalls(Assembly assembly, string @namespace, IEnumerable<ConnectorModel> connectors)
    {
        (_assembly, _namespace) = (assembly, @namespace);
        _actions = connectors
            .SelectMany(connector => connector.Actions.Select(action => (connector, action)))
            .ToDictionary(pair => pair.action.Slug, pair => (pair.connector, pair.action));
    }

    /// <summary>Calls an action.</summary>
    /// <returns>The JSON of the arguments, without nulls that mean "not given", and the JSON that the call wrote.</returns>
    public (JsonElement Expected, JsonElement Written) Call(string slug, JsonElement parameters) => Prepare(slug, parameters)();

    /// <summary>Creates a call.</summary>
    public object Create(string slug, JsonElement parameters) => Bind(slug, parameters).Create();

    /// <summary>Creates a value of a declared type, and returns it with the JSON that it stands for.</summary>
    public (JsonElement Expected, object Value) Value(string slug, DeclarationModel declaration, JsonElement json)
    {
        var (connector, action) = _actions[slug];
        var type = _assembly.GetType(_namespace + "." + connector.ClassName)!;
        var builder = new ArgumentBuilder(action, type);
        var use = new DeclaredTypeModel(declaration.Name, declaration is UnionDeclarationModel ? DeclaredKind.Union : DeclaredKind.Class);
        using var expected = JsonDocument.Parse(builder.Given(use, json).ToString());
        return (expected.RootElement.Clone(), builder.Declared(declaration, json, type.GetNestedType(declaration.Name)!));
    }

    /// <summary>The method of an action and arguments for it.</summary>
    public (MethodInfo Method, object?[] Arguments) Arguments(string slug, JsonElement parameters)
    {
        var (connector, action) = _actions[slug];
        var type = _assembly.GetType(_namespace + "." + connector.ClassName)!;
        var method = type.GetMethods().Single(method => method.GetCustomAttribute<RecoupActionAttribute>()?.Slug == slug);
        var builder = new ArgumentBuilder(action, type);
        return (method, [.. method.GetParameters().Select(parameter => builder.Argument(parameter, parameters))]);
    }

    /// <summary>Calls a method with arguments.</summary>
    public static object Invoke(MethodInfo method, object?[] arguments) =>
        method.Invoke(null, BindingFlags.OptionalParamBinding, null, arguments, CultureInfo.InvariantCulture)!;

    /// <summary>Creates the arguments of a call. An exception here is about the arguments, not about the call.</summary>
    public Func<(JsonElement Expected, JsonElement Written)> Prepare(string slug, JsonElement parameters)
    {
        var (expected, create) = Bind(slug, parameters);
        return () =>
        {
            var call = create();
            return (expected, (JsonElement)call.GetType().GetMethod("ToJson")!.Invoke(call, null)!);
        };
    }

    private (JsonElement Expected, Func<object> Create) Bind(string slug, JsonElement parameters)
    {
        var (connector, action) = _actions[slug];
        var builder = new ArgumentBuilder(action, _assembly.GetType(_namespace + "." + connector.ClassName)!);
        var (method, arguments) = Arguments(slug, parameters);
        using var expected = JsonDocument.Parse(builder.Given(action.Parameters, action.Additional, parameters).ToString());
        return (expected.RootElement.Clone(), () => Invoke(method, arguments));
    }

    private sealed class ArgumentBuilder(ActionModel action, Type type)
    {
        public object? Argument(ParameterInfo parameter, JsonElement parameters)
        {
            if (parameter.Name == ActionModel.AdditionalName && action.Additional is { } additional)
            {
                var described = action.Parameters.Select(member => member.WireName).ToHashSet(StringComparer.Ordinal);
                return Map(
                    additional, parameters.EnumerateObject().Where(member => !described.Contains(member.Name)), parameter.ParameterType);
            }

            var model = action.Parameters.Single(member => member.Name == parameter.Name && member.Presence != MemberPresence.Constant);
            return Member(model, parameters, parameter.ParameterType)
                ?? (parameter.HasDefaultValue && !parameters.TryGetProperty(model.WireName, out _) ? Type.Missing : null);
        }

        /// <summary>Returns the object without the nulls that a call does not send.</summary>
        public JsonText.Map Given(IEnumerable<MemberModel> members, TypeUse? additional, JsonElement json)
        {
            var models = members.ToDictionary(member => member.WireName);
            return new JsonText.Map([.. json.EnumerateObject()
                .Select(property => (property.Name, property.Value, Model: models.GetValueOrDefault(property.Name)))
                .Where(given => given.Value.ValueKind != JsonValueKind.Null || given.Model?.Presence != MemberPresence.Optional)
                .Select(given =>
                    (given.Name, (given.Model?.Type ?? additional) is { } use ? Given(use.Type, given.Value) : AsItIs(given.Value)))]);
        }

        public JsonText Given(TypeModel model, JsonElement json) => model switch
        {
            ListTypeModel list when json.ValueKind == JsonValueKind.Array =>
                JsonText.Array(json.EnumerateArray().Select(item => Given(list.Item.Type, item))),
            MapTypeModel map when json.ValueKind == JsonValueKind.Object =>
                new JsonText.Map([.. json.EnumerateObject().Select(member => (member.Name, Given(map.Value.Type, member.Value)))]),
            DeclaredTypeModel declared when json.ValueKind != JsonValueKind.Null => Declaration(declared) switch
            {
                ClassDeclarationModel @class => Given(@class.Members, @class.Additional, json),
                UnionDeclarationModel union => Given(Branch(union, json).Type, json),
                _ => AsItIs(json),
            },
            _ => AsItIs(json),
        };

        private static JsonText AsItIs(JsonElement json) => JsonText.Parse(json.GetRawText());

        private object? Member(MemberModel model, JsonElement json, Type target)
        {
            if (!json.TryGetProperty(model.WireName, out var value))
                return null;
            if (model.Presence != MemberPresence.OptionalNullable)
                return Value(model.Type, value, target);
            var inner = target.GetGenericArguments()[0];
            return Activator.CreateInstance(target, Value(model.Type, value, inner));
        }

        private object? Value(TypeUse use, JsonElement json, Type target)
        {
            if (json.ValueKind == JsonValueKind.Null)
                return null;
            target = Nullable.GetUnderlyingType(target) ?? target;
            return use.Type switch
            {
                ScalarTypeModel scalar => Scalar(scalar.Kind, json),
                ScalarUnionTypeModel union => target.GetMethod("From", [typeof(object)])!.Invoke(null, [Scalar(KindOf(union, json), json)]),
                ListTypeModel list => List(list, json, target.GetGenericArguments()[0]),
                MapTypeModel map => Map(map.Value, json.EnumerateObject(), target),
                FileTypeModel => json.ValueKind == JsonValueKind.String
                    ? StagedFile.FromAddress(json.GetString()!)
                    : new StagedFile(Text(json, "name"), Text(json, "mimetype"), Text(json, "s3key")),
                DeclaredTypeModel declared => Declared(Declaration(declared), json, target),
                _ => JsonNode.Parse(json.GetRawText()),
            };
        }

        public object Declared(DeclarationModel declaration, JsonElement json, Type target)
        {
            switch (declaration)
            {
                case EnumDeclarationModel:
                    return Convert(target, json.GetString()!);
                case ClassDeclarationModel @class:
                    var instance = Activator.CreateInstance(target)!;
                    foreach (var member in @class.Members.Where(member => member.Presence != MemberPresence.Constant))
                    {
                        var property = target.GetProperty(member.Name)!;
                        if (json.TryGetProperty(member.WireName, out _))
                            property.SetValue(instance, Member(member, json, property.PropertyType));
                    }

                    if (@class.Additional is { } additional)
                    {
                        var described = @class.Members.Select(member => member.WireName).ToHashSet(StringComparer.Ordinal);
                        var property = target.GetProperty("AdditionalProperties")!;
                        property.SetValue(
                            instance,
                            Map(
                                additional,
                                json.EnumerateObject().Where(member => !described.Contains(member.Name)),
                                property.PropertyType));
                    }

                    return instance;
                case UnionDeclarationModel union:
                    var branch = Branch(union, json);
                    return Convert(target, Value(branch, json, ClrType(branch.Type))!);
                default:
                    throw new InvalidOperationException(declaration.GetType().Name);
            }
        }

        private Array List(ListTypeModel list, JsonElement json, Type item)
        {
            var values = json.EnumerateArray().Select(element => Value(list.Item, element, item)).ToArray();
            var array = Array.CreateInstance(item, values.Length);
            for (var i = 0; i < values.Length; i++)
                array.SetValue(values[i], i);
            return array;
        }

        private object Map(TypeUse value, IEnumerable<JsonProperty> members, Type target)
        {
            var type = (Nullable.GetUnderlyingType(target) ?? target).GetGenericArguments()[1];
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), type))!;
            foreach (var member in members)
                map[member.Name] = Value(value, member.Value, type);
            return map;
        }

        private static object Scalar(ScalarKind kind, JsonElement json)
        {
            object value = kind switch
            {
                ScalarKind.Text => json.GetString()!,
                ScalarKind.Integer => json.TryGetInt64(out var integer) ? integer : (long)json.GetDouble(),
                ScalarKind.Number => json.GetDouble(),
                ScalarKind.Boolean => json.GetBoolean(),
                ScalarKind.DateTime => json.GetDateTimeOffset(),
                ScalarKind.Date => DateOnly.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture),
                ScalarKind.Uuid => Guid.ParseExact(json.GetString()!, "D"),
                _ => new ReadOnlyMemory<byte>(System.Convert.FromBase64String(json.GetString()!)),
            };

            // The value does not fit the type: an integer of thirty digits, or a number above the largest double.
            return kind is ScalarKind.Text or ScalarKind.DateTime || JsonElement.DeepEquals(JsonSerializer.SerializeToElement(value), json)
                ? value
                : throw new FormatException($"{json} cannot be given as {kind}.");
        }

        private static ScalarKind KindOf(ScalarUnionTypeModel union, JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.Number when union.Kinds.HasFlag(ScalarKinds.Number) && !json.TryGetInt64(out _) => ScalarKind.Number,
            JsonValueKind.Number => ScalarKind.Integer,
            JsonValueKind.True or JsonValueKind.False => ScalarKind.Boolean,
            _ => ScalarKind.Text,
        };

        // The branch that takes the whole value; if several classes do, the one that knows the most members.
        private TypeUse Branch(UnionDeclarationModel union, JsonElement json) => union.Branches
            .Where(branch => Fits(branch.Type, json))
            .OrderByDescending(branch => Members(branch.Type).Count(name => json.TryGetProperty(name, out _)))
            .First();

        private IEnumerable<string> Members(TypeModel model) =>
            model is DeclaredTypeModel declared && Declaration(declared) is ClassDeclarationModel @class
                ? @class.Members.Select(member => member.WireName)
                : [];

        private bool Fits(TypeUse use, JsonElement json) => json.ValueKind == JsonValueKind.Null ? use.IsNullable : Fits(use.Type, json);

        private bool Fits(TypeModel model, JsonElement json) => model switch
        {
            ScalarTypeModel { Kind: ScalarKind.Integer } => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
            ScalarTypeModel { Kind: ScalarKind.Number } => json.ValueKind == JsonValueKind.Number,
            ScalarTypeModel { Kind: ScalarKind.Boolean } => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
            ScalarTypeModel scalar => json.ValueKind == JsonValueKind.String && Fits(scalar.Kind, json),
            ScalarUnionTypeModel union => Fits(union.Kinds, json),
            ListTypeModel list => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => Fits(list.Item, item)),
            MapTypeModel map =>
                json.ValueKind == JsonValueKind.Object && json.EnumerateObject().All(member => Fits(map.Value, member.Value)),
            FileTypeModel file => IsDescriptor(json) || (file.AcceptsText && json.ValueKind == JsonValueKind.String),
            DeclaredTypeModel declared => Declaration(declared) switch
            {
                EnumDeclarationModel => json.ValueKind == JsonValueKind.String,
                ClassDeclarationModel @class => json.ValueKind == JsonValueKind.Object && Fits(@class, json),
                UnionDeclarationModel union => union.Branches.Any(branch => Fits(branch, json)),
                _ => false,
            },
            _ => true,
        };

        private bool Fits(ClassDeclarationModel @class, JsonElement json)
        {
            var isKnown = @class.Members.Select(member => member.WireName).ToHashSet(StringComparer.Ordinal);
            return json.EnumerateObject()
                .All(member => isKnown.Contains(member.Name) || (@class.Additional is { } additional && Fits(additional, member.Value)))
                && @class.Members.All(member => json.TryGetProperty(member.WireName, out var value)
                    ? member.Presence == MemberPresence.Constant
                        || (member.Presence != MemberPresence.Required && value.ValueKind == JsonValueKind.Null)
                        || Fits(member.Type, value)
                    : member.Presence is not (MemberPresence.Required or MemberPresence.Constant));
        }

        private static bool IsDescriptor(JsonElement json) => json.ValueKind == JsonValueKind.Object
            && json.EnumerateObject()
                .Select(member => member.Name)
                .Order(StringComparer.Ordinal)
                .SequenceEqual(["mimetype", "name", "s3key"]);

        private static bool Fits(ScalarKind kind, JsonElement json) =>
            kind == ScalarKind.Text || Record.Exception(() => Scalar(kind, json)) is null;

        private static bool Fits(ScalarKinds kinds, JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.String => kinds.HasFlag(ScalarKinds.String),
            JsonValueKind.Number => kinds.HasFlag(ScalarKinds.Number) || (kinds.HasFlag(ScalarKinds.Integer) && json.TryGetInt64(out _)),
            JsonValueKind.True or JsonValueKind.False => kinds.HasFlag(ScalarKinds.Boolean),
            _ => false,
        };

        // The argument of a union's conversion. The operator is found by the type of the value.
        private Type ClrType(TypeModel model) => model switch
        {
            DeclaredTypeModel declared => type.GetNestedType(declared.Name)!,
            ListTypeModel list => typeof(IReadOnlyList<>).MakeGenericType(ItemType(list.Item)),
            MapTypeModel map => typeof(IReadOnlyDictionary<,>).MakeGenericType(typeof(string), ItemType(map.Value)),
            _ => typeof(object),
        };

        private Type ItemType(TypeUse use)
        {
            var bare = use.Type switch
            {
                ScalarTypeModel { Kind: ScalarKind.Text } => typeof(string),
                ScalarTypeModel { Kind: ScalarKind.Integer } => typeof(long),
                ScalarTypeModel { Kind: ScalarKind.Number } => typeof(double),
                ScalarTypeModel { Kind: ScalarKind.Boolean } => typeof(bool),
                ScalarTypeModel { Kind: ScalarKind.DateTime } => typeof(DateTimeOffset),
                ScalarTypeModel { Kind: ScalarKind.Date } => typeof(DateOnly),
                ScalarTypeModel { Kind: ScalarKind.Uuid } => typeof(Guid),
                ScalarTypeModel { Kind: ScalarKind.Bytes } => typeof(ReadOnlyMemory<byte>),
                JsonTypeModel => typeof(JsonNode),
                FileTypeModel => typeof(StagedFile),
                ScalarUnionTypeModel union => typeof(StagedFile).Assembly.GetType("Recoup.Typed." + union.Name)!,
                _ => ClrType(use.Type),
            };
            return use.IsNullable && bare.IsValueType ? typeof(Nullable<>).MakeGenericType(bare) : bare;
        }

        private static object Convert(Type target, object value) => target.GetMethods()
            .First(method =>
                method.Name == "op_Implicit"
                    && method.ReturnType == target
                    && method.GetParameters()[0].ParameterType.IsInstanceOfType(value))
            .Invoke(null, [value])!;

        private DeclarationModel Declaration(DeclaredTypeModel declared) =>
            action.Declarations.Single(declaration => declaration.Name == declared.Name);

        private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
    }
}
