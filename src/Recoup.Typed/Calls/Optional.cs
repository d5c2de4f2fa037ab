using System.Diagnostics.CodeAnalysis;

namespace Recoup.Typed;

/// <summary>
/// A parameter for which absent and null have different meanings: the server keeps the current value in one case and clears it in the
/// other.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value; it may be null.</param>
[SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative of the conversion.")]
[SuppressMessage("Naming", "CA1716", Justification = "A keyword of Visual Basic only, and the common term.")]
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>
{
    /// <summary>Whether there is a value, which may be null. False for <c>default</c>.</summary>
    public bool IsSet { get; } = true;

    /// <summary>The value; the default of <typeparamref name="T"/> if there is none.</summary>
    public T Value { get; } = value;

    /// <summary>Converts a value.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both have no value, or equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, Value);

    /// <summary>Returns the text of the value, or "(not given)".</summary>
    public override string ToString() => IsSet ? Value?.ToString() ?? "null" : "(not given)";
}
