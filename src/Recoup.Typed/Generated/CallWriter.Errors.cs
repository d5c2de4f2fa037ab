using System.Diagnostics.CodeAnalysis;

namespace Recoup.Typed.Generated;

/// <content>Refuses values. The written bytes contain the location, so that calls without errors do not need to track it.</content>
public sealed partial class CallWriter
{
    /// <summary>Refuses null where the schema does not allow it. The name of the value is already written.</summary>
    /// <param name="value">The value; null is refused.</param>
    public CallWriter Required([NotNull] object? value)
    {
        if (value is null)
            ThrowNull();
        return this;
    }

    /// <summary>Refuses a union or an open enum without a value.</summary>
    /// <param name="type">The name of the type.</param>
    [DoesNotReturn]
    public void ThrowUnset(string type) => Throw($"expected a value, got a '{type}' that holds none");

    [DoesNotReturn]
    private void ThrowNull()
    {
        // A member of a list or of a nested object has no parameter of its own: the pointer says where it is.
        var location = Location(isBehindValue: false);
        var parameter = ParameterAt(location);
        throw new ArgumentNullException(parameter, $"{_subject}: {parameter ?? Pointer(location)}: expected a value, got null");
    }

    [DoesNotReturn]
    private void ThrowNull(string name)
    {
        Key(name);
        ThrowNull();
    }

    [DoesNotReturn]
    private void ThrowUnset(string name, string type)
    {
        Key(name);
        ThrowUnset(type);
    }

    [DoesNotReturn]
    private void Throw(string name, string what)
    {
        Key(name);
        Throw(what);
    }

    [DoesNotReturn]
    private void ThrowDescribed(string name)
    {
        Key(name);
        var location = Location(isBehindValue: false);
        throw new ArgumentException(
            $"{_subject}: {Pointer(location)}: expected an additional property, got the name of one that the catalog describes. Set it "
                + "by its own name in C#; a constant is always sent",
            _isCall && location?.RootMember is not null ? "additionalProperties" : null);
    }

    private void ThrowIfTooDeep()
    {
        if (_json.CurrentDepth >= Nesting.MaxDepth)
            Throw(Nesting.Rule);
    }

    private void ThrowIfBroken(string? rule)
    {
        if (rule is not null)
            Throw(rule);
    }

    [DoesNotReturn]
    private void Throw(string what) => Throw(what, Location(isBehindValue: false));

    // The value that is refused has already been written.
    [DoesNotReturn]
    private void Refuse(string what) => Throw(what, Location(isBehindValue: true));

    [DoesNotReturn]
    private void Throw(string what, JsonLocation? location) =>
        throw new ArgumentException($"{_subject}: {Pointer(location)}: {what}", ParameterAt(location));

    private JsonLocation? Location(bool isBehindValue)
    {
        _json.Flush();
        return WrittenLocation.Of(_buffer.WrittenSpan, isBehindValue);
    }

    private string Pointer(JsonLocation? location) =>
        location is not null ? JsonLocation.Pointer(location) : _isCall ? "the parameters" : "the value";

    private string? ParameterAt(JsonLocation? location)
    {
        if (!_isCall || location?.RootMember is not { } name)
            return null;
        foreach (var (renamed, parameter) in _renamed ?? [])
        {
            if (renamed == name)
                return parameter;
        }

        return ParameterName.Of(name);
    }
}
