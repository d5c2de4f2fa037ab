using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Recoup.Emulator.Core.Outcomes;
using Recoup.Emulator.Core.Requests;

namespace Recoup.Emulator.TestSurface;

/// <summary>Makes JSON of what a test gives as a payload: a value, a task, or a function of the parameters that returns either.</summary>
[StackTraceHidden]
internal static class TestValue
{
    /// <summary>Why a trimmed program cannot use the overloads for any value.</summary>
    public const string Trimming = "The value is serialized, and a task read, by reflection. In a trimmed program, pass a JsonElement.";

    private const string NoResult = "VoidTaskResult";

    // A payload may be deeper than the requests that are read.
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 512 };

    /// <param name="slug">The action of the stub, for messages.</param>
    /// <param name="value">The payload. A value other than a task or a function is serialized now.</param>
    [RequiresUnreferencedCode(Trimming)]
    public static Payload Of(string slug, object? value)
    {
        if (AsTask(value) is { } task)
            return Of(slug, _ => task);
        if (value is Delegate function)
            return Of(slug, Function(function));
        var json = Serialize(value);
        return (_, _) => new(json);
    }

    /// <inheritdoc cref="Of(string, object)"/>
    [RequiresUnreferencedCode(Trimming)]
    public static Payload Of(string slug, Func<JsonElement, object?>? compute) => async (parameters, lifetime) =>
    {
        try
        {
            return Serialize(await ResultOfAsync(compute?.Invoke(parameters), lifetime).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is not RecoupEmulatorException && !lifetime.Ended(exception))
        {
            throw new RecoupEmulatorException(
                $"The computed result of the stub for {slug} threw {exception.GetType().Name}: {exception.Message}", exception);
        }
    };

    [RequiresUnreferencedCode(Trimming)]
    public static JsonElement Serialize(object? value) => JsonSerializer.SerializeToElement(value, Deep);

    // A function whose result has a value type is an object to the compiler, because it is no Func<JsonElement, object>.
    [RequiresUnreferencedCode(Trimming)]
    private static Func<JsonElement, object?> Function(Delegate function)
    {
        var invoke = function.GetType().GetMethod(nameof(Action.Invoke))!;
        if (invoke.GetParameters() is not [{ ParameterType: var type }] || type != typeof(JsonElement))
        {
            throw new ArgumentException(
                $"Expected a value, or a function of the parameters (JsonElement), got {function.Method}.", nameof(function));
        }
        return parameters => invoke.Invoke(function, BindingFlags.DoNotWrapExceptions, binder: null, [parameters], culture: null);
    }

    [RequiresUnreferencedCode(Trimming)]
    private static async ValueTask<object?> ResultOfAsync(object? value, RequestLifetime lifetime)
    {
        while (AsTask(value) is { } task)
        {
            await (task.IsCompleted ? task : task.WaitAsync(lifetime.Aborted)).ConfigureAwait(false);
            value = task.GetType().GetProperty(nameof(Task<>.Result)) is { } result && result.PropertyType.Name != NoResult
                ? result.GetValue(task)
                : null;
        }
        return value;
    }

    // A value task may be awaited only once, but several calls may need its result.
    [RequiresUnreferencedCode(Trimming)]
    private static Task? AsTask(object? value)
    {
        if (value is ValueTask { } plain)
            return plain.AsTask();
        var isValueTask = value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>);
        return (isValueTask ? value!.GetType().GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(value, null) : value) as Task;
    }
}
