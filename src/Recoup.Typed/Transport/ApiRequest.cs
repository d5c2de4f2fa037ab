using System.ComponentModel;
using System.Text.Json;

namespace Recoup.Typed.Transport;

/// <summary>One request of an operation and how its answer is read, as generated code describes them.</summary>
/// <typeparam name="T">What the answer's body is read as.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest<T>
{
    /// <summary>Begins a request without parameters and body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="read">Reads the body of a successful answer.</param>
    public ApiRequest(ApiOperation operation, Func<ResponseElement, T> read)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(read);
        Operation = operation;
        Read = read;
    }

    /// <summary>Begins a request whose answer holds nothing.</summary>
    /// <param name="operation">The operation.</param>
    public ApiRequest(ApiOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Operation = operation;
    }

    internal ApiOperation Operation { get; }

    /// <summary>Null where the answer holds nothing.</summary>
    internal Func<ResponseElement, T>? Read { get; }

    internal List<RequestParameter> Parameters { get; } = [];

    internal Action<Utf8JsonWriter>? Body { get; private set; }

    /// <summary>The slug of the action and the account it concerns, for errors, traces and logs.</summary>
    internal RequestSubject Subject { get; set; } = RequestSubject.None;

    /// <summary>Looks into a successful answer for a failure that it tells of.</summary>
    internal Func<T, ActionFailure?>? FindFailure { get; set; }

    /// <summary>Puts a value in the place of <c>{name}</c> in the path.</summary>
    /// <exception cref="ArgumentException">The value is empty, <c>.</c> or <c>..</c>: the path would lead elsewhere.</exception>
    public ApiRequest<T> Path(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // Escaping does not help: a server, and Uri itself, reads %2E%2E as "..".
        return value is "" or "." or ".."
            ? throw new ArgumentException($"'{value}' cannot stand for {{{name}}} in {Operation.Path}.", name)
            : With(RequestParameterPlace.Path, name, value);
    }

    /// <summary>Adds a query parameter; null adds none. Given again, a name is repeated.</summary>
    public ApiRequest<T> Query(string name, string? value) => With(RequestParameterPlace.Query, name, value);

    /// <summary>Adds a header; null adds none.</summary>
    /// <exception cref="ArgumentException">The value holds a character that cannot stand in a header, such as a line break.</exception>
    public ApiRequest<T> Header(string name, string? value) =>
        value is not null && value.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw new ArgumentException($"The value of the header {name} holds a character that cannot stand in a header.", name)
            : With(RequestParameterPlace.Header, name, value);

    /// <summary>Gives the request a JSON body. It is written once, before anything is sent.</summary>
    public ApiRequest<T> Json(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Body = write;
        return this;
    }

    private ApiRequest<T> With(RequestParameterPlace place, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
            Parameters.Add(new RequestParameter(place, name, value));
        return this;
    }
}
