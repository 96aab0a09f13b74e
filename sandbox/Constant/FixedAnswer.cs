using System.Text;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Constant;

/// <summary>An answer kept beside the program, with places such as <c>{intent}</c> for what tells one order from another.</summary>
internal sealed class FixedAnswer
{
    private readonly string text;

    public FixedAnswer(string name)
    {
        using var stream = typeof(FixedAnswer).Assembly.GetManifestResourceStream($"Constant.{name}.json")
            ?? throw new InvalidOperationException($"The answer {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        text = reader.ReadToEnd();
    }

    public Task WriteAsync(HttpContext context) => JsonAsync(context, text);

    public Task WriteForAsync(HttpContext context, string intent) => JsonAsync(
        context, text.Replace("{intent}", intent, StringComparison.Ordinal).Replace("{customer}", Customer(intent), StringComparison.Ordinal));

    public static Task JsonAsync(HttpContext context, string json, int status = 200) =>
        context.Response.WriteJsonAsync(status, Encoding.UTF8.GetBytes(json));

    /// <summary>A thousand customers at most: the last three characters of the payment's id.</summary>
    private static string Customer(string intent) => intent.Length <= 3 ? intent : intent[^3..];
}
