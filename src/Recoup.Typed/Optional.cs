using System.Diagnostics.CodeAnalysis;

namespace Recoup.Typed;

/// <summary>A parameter for which "not given" and null are two things: the server keeps a value in one case and clears it in the other.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value; may be null.</param>
[SuppressMessage("Naming", "CA1716", Justification = "The keyword is Visual Basic's, and the name is the term for it.")]
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>
{
    /// <summary>Whether a value, null included, was given. False for <c>default</c>.</summary>
    public bool IsSet { get; } = true;

    /// <summary>The value that was given; the default of <typeparamref name="T"/> when there is none.</summary>
    public T Value { get; } = value;

    /// <summary>Gives a value.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are not given, or both give equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, Value);

    /// <summary>The value, or "(not given)".</summary>
    public override string ToString() => IsSet ? Value?.ToString() ?? "null" : "(not given)";
}
