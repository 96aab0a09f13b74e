using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Parameters;

/// <summary>What one parameter may hold; reads form text into a typed JSON value.</summary>
internal abstract record Kind
{
    public bool Required { get; init; }

    /// <summary>The first API version that no longer takes the parameter.</summary>
    public string? RemovedIn { get; init; }

    /// <summary>The value; null means "unset", which Stripe writes as an empty string.</summary>
    public abstract JsonNode? Read(FormNode form, string path);

    public Kind Needed() => this with { Required = true };

    protected static string TextOf(FormNode form, string path, string expected) =>
        form.Text is { } text && form.Children.Count == 0 ? text : throw Refuse.Bad($"Invalid {expected}", param: path);
}
