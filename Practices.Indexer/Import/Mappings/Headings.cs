using System.Collections.Frozen;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>How headings are compared, and which of them stand above what is nobody else's business.</summary>
internal static class Headings
{
    private static readonly FrozenSet<string> Personal = new[]
    {
        "applicant", "applicant name", "author name", "contact", "contact name", "contact person", "creator", "family name", "first name", "focal point", "full name", "given name", "last name",
        "name and title", "name of applicant", "name of contact person", "name of person submitting", "name of submitter", "nominator", "persons submitting", "submitted by", "submitter", "surname",
        "your name", "personne de contact", "nom du contact", "persona de contacto", "nombre del contacto", "pessoa de contato", "контактное лицо", "联系人", "جهة الاتصال",
    }.Select(NameFolding.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> PersonalWords = new[]
    {
        "email", "mail", "emails", "phone", "telephone", "mobile", "cellphone", "fax", "whatsapp", "surname", "passport", "signature", "courriel", "téléphone", "teléfono", "correo", "telefone",
        "celular", "móvil", "телефон", "почта", "电话", "邮箱", "电子邮件", "手机", "هاتف", "البريد",
    }.Select(NameFolding.Fold).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A heading as it is compared: case, accents and punctuation do not count.</summary>
    public static string Key(string heading) => NameFolding.Fold(heading) is { Length: > 0 } folded ? folded : heading.Trim().ToLowerInvariant();

    /// <summary>Whether what stands below a heading is a person's name, address or number, by what forms call them. It is never carried over.</summary>
    public static bool IsPersonal(string heading)
    {
        var key = Key(heading);
        return Personal.Contains(key) || (key.Length <= 60 && key.Split(' ').Any(PersonalWords.Contains));
    }
}
