-- AlterTable
ALTER TABLE "position" ADD COLUMN     "effect_en" TEXT;

-- What Prisma cannot say. English words stand beside Polish ones, never alone.
ALTER TABLE position ADD CONSTRAINT position_effect_is_polish_first CHECK (effect_en IS NULL OR effect IS NOT NULL);
