namespace Isthmus.Flows.Tests.Properties;

/// <summary>Collects everything that is wrong, so that one failing history tells all of it.</summary>
internal sealed class Findings
{
    private readonly List<string> wrong = [];

    public IReadOnlyList<string> All => wrong;

    public void Expect(bool right, string otherwise)
    {
        if (!right) wrong.Add(otherwise);
    }
}
