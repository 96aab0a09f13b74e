namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>An answer with a code other than 0, as section 6 of the vendor notes lists them.</summary>
internal sealed class Refusal(int code, string message, int status = 400) : Exception(message)
{
    public int Code { get; } = code;

    public int Status { get; } = status;

    public int? RetryAfterSeconds { get; init; }

    public static Refusal Missing(string what) => new(1002, $"{what} does not exist.", 404);

    public static Refusal Value(string name) => new(4, $"Invalid value passed for {name}");

    public static Refusal Element(string name) => new(4, $"Invalid Element {name}");

    public static Refusal Required(string name) => new(4, $"Mandatory element {name} is missing.");

    public static Refusal TooLong(string name, int max) =>
        new(15, $"Please ensure that the {name} has less than {max} characters.");

    public static Refusal Parameter(string name) => new(2, $"Invalid value passed for {name}");

    /// <summary>The code for a second document with the same number is not published; 1001 is this stand-in's choice.</summary>
    public static Refusal Duplicate(string what, string value) => new(1001, $"{what} \"{value}\" already exists.");

    /// <summary>A step that the record's status does not allow. The codes are not published.</summary>
    public static Refusal State(string message) => new(36005, message);

    public static Refusal NotSupported(string url) => new(5, $"Invalid URL Passed: {url}", 404);
}
