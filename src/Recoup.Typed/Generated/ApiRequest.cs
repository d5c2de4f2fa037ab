using System.ComponentModel;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>Describes one request of an operation, and how to read its response. Called by generated code.</summary>
/// <typeparam name="T">The type as which the response's body is read.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest<T>
{
    /// <summary>Initializes a request without parameters and body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="read">Reads the body of a successful response.</param>
    public ApiRequest(OperationInfo operation, Func<ResponseElement, T> read)
        : this(operation)
    {
        ArgumentNullException.ThrowIfNull(read);
        Read = read;
    }

    /// <summary>Initializes a request whose response has no content.</summary>
    /// <param name="operation">The operation.</param>
    public ApiRequest(OperationInfo operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Operation = operation;
    }

    internal OperationInfo Operation { get; }

    /// <summary>Reads the body; null if the response has none.</summary>
    internal Func<ResponseElement, T>? Read { get; }

    internal List<RequestParameter> Parameters { get; } = [];

    internal Action<Utf8JsonWriter>? Body { get; private set; }

    internal RequestSubject Subject { get; set; } = RequestSubject.None;

    /// <summary>Finds the failure that a successful response reports in its body.</summary>
    internal Func<T, ActionFailure?>? FindFailure { get; set; }

    /// <summary>Replaces <c>{name}</c> in the path.</summary>
    /// <exception cref="ArgumentException">The value is empty, <c>.</c> or <c>..</c>: the path would lead elsewhere.</exception>
    public ApiRequest<T> Path(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // Escaping does not help: a server, and Uri itself, reads %2E%2E as "..".
        return value is "" or "." or ".."
            ? throw new ArgumentException(
                $"'{value}' is not a valid value for {{{name}}} in {Operation.Path}: the path would lead elsewhere.", name)
            : With(RequestParameterPlace.Path, name, value);
    }

    /// <summary>Adds a query parameter, unless the value is null. A name that is added twice is repeated.</summary>
    public ApiRequest<T> Query(string name, string? value) => With(RequestParameterPlace.Query, name, value);

    /// <summary>Adds a header, unless the value is null.</summary>
    /// <exception cref="ArgumentException">
    /// The value contains a character that is not allowed in a header, such as a line break.
    /// </exception>
    public ApiRequest<T> Header(string name, string? value) =>
        value is not null && value.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw new ArgumentException($"The value of the header {name} contains a character that is not allowed in a header.", name)
            : With(RequestParameterPlace.Header, name, value);

    /// <summary>Sets the JSON body. It is written once, before anything is sent.</summary>
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
